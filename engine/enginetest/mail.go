package enginetest

// This file is a mail server for tests.

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"testing"
)

// ServeMail is a mail server that takes everything and passes the texts on, until the test ends.
func ServeMail(t *testing.T) (address string, mails <-chan string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	out := make(chan string, 10)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go takeMail(c, out)
		}
	}()
	return l.Addr().String(), out
}

// takeMail is the server's side of one connection.
func takeMail(c net.Conn, out chan<- string) {
	defer c.Close()
	answers := map[string]string{"EHLO": "250 test\r\n", "DATA": "354 go on\r\n", "QUIT": "221 bye\r\n"}
	fmt.Fprint(c, "220 test ESMTP\r\n")
	in := bufio.NewScanner(c)
	for in.Scan() {
		word, _, _ := strings.Cut(in.Text(), " ")
		answer, known := answers[word]
		if !known {
			answer = "250 ok\r\n"
		}
		fmt.Fprint(c, answer)
		switch word {
		case "QUIT":
			return
		case "DATA":
			var text strings.Builder
			for in.Scan() && in.Text() != "." {
				text.WriteString(in.Text() + "\n")
			}
			out <- text.String()
			fmt.Fprint(c, "250 taken\r\n")
		}
	}
}
