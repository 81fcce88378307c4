// Command legacyd collects payloads over HTTP.
package main

import (
	"encoding/json"
	"flag"
	"io/ioutil"
	"log"
	"net/http"

	"example.com/legacy-service/internal/mapped"
	"example.com/legacy-service/internal/store"
	"example.com/legacy-service/internal/wire"
)

func main() {
	address := flag.String("listen", "localhost:8080", "address to listen on")
	seed := flag.String("seed", "", "file of frames to start with")
	flag.Parse()

	server := &server{store: store.New()}
	if *seed != "" {
		if err := server.load(*seed); err != nil {
			log.Fatal(err)
		}
	}
	log.Fatal(http.ListenAndServe(*address, server))
}

type server struct {
	store *store.Store
}

// load puts the frames of a file into the store.
func (s *server) load(path string) error {
	file, err := mapped.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = s.put(file.Data)
	return err
}

// put stores the payloads of frames and returns how many were new.
func (s *server) put(frames []byte) (int, error) {
	added := 0
	for len(frames) > 0 {
		_, payload, rest, err := wire.Next(frames)
		if err != nil {
			return added, err
		}
		if s.store.Put(payload) {
			added++
		}
		frames = rest
	}
	return added, nil
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet {
		json.NewEncoder(w).Encode(s.store.Sums())
		return
	}
	body, err := ioutil.ReadAll(r.Body)
	if err == nil {
		_, err = s.put(body)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
