package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/legacy-service/internal/store"
	"example.com/legacy-service/internal/wire"
)

func TestServe(t *testing.T) {
	server := &server{store: store.New()}
	frames := wire.AppendText(wire.AppendText(wire.AppendText(nil, "a"), "b"), "a")

	answer := httptest.NewRecorder()
	server.ServeHTTP(answer, httptest.NewRequest(http.MethodPost, "/", strings.NewReader(string(frames))))
	if answer.Code != http.StatusNoContent {
		t.Fatalf("got %d %s", answer.Code, answer.Body)
	}

	answer = httptest.NewRecorder()
	server.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/", nil))
	if got := strings.Count(answer.Body.String(), `"`); got != 4 {
		t.Fatalf("got %s", answer.Body)
	}

	answer = httptest.NewRecorder()
	server.ServeHTTP(answer, httptest.NewRequest(http.MethodPost, "/", strings.NewReader("cut")))
	if answer.Code != http.StatusBadRequest {
		t.Fatalf("got %d", answer.Code)
	}
}
