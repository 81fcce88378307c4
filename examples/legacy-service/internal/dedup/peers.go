package dedup

// Peer is the 16-byte identity of a collector.
type Peer [16]byte

// peerSet is the collectors that have sent a payload.
type peerSet struct {
	known map[string]struct{}
}

func (s *peerSet) add(peer Peer) bool {
	if s.known == nil {
		s.known = map[string]struct{}{}
	}
	key := string(peer[:])
	if _, ok := s.known[key]; ok {
		return false
	}
	s.known[key] = struct{}{}
	return true
}

// Senders counts distinct collectors.
type Senders struct {
	set peerSet
}

// Saw notes that a collector has sent something; it reports whether the collector is new.
func (s *Senders) Saw(peer Peer) bool { return s.set.add(peer) }

// Len is the number of collectors seen.
func (s *Senders) Len() int { return len(s.set.known) }
