package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"echo"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

// plan is one line of standard input.
type plan struct {
	Target   string  `json:"target"`
	Method   string  `json:"method"`
	Metadata []field `json:"metadata"`
	Text     string  `json:"text"`
	Timeout  float64 `json:"timeout"`
}

// outcome is one line of standard output.
type outcome struct {
	Replies  []string `json:"replies"`
	Initial  []field  `json:"initial"`
	Trailing []field  `json:"trailing"`
	Code     uint32   `json:"code"`
	Message  string   `json:"message"`
}

func call() {
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			return
		}
		p := plan{}
		if err := json.Unmarshal(line, &p); err != nil {
			panic(err)
		}
		text, err := json.Marshal(run(p))
		if err != nil {
			panic(err)
		}
		fmt.Println(string(text))
	}
}

func run(p plan) outcome {
	connection, err := grpc.Dial(p.Target, grpc.WithInsecure())
	if err != nil {
		panic(err)
	}
	defer connection.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Duration(p.Timeout*float64(time.Second)))
	defer cancel()
	ctx = metadata.NewOutgoingContext(ctx, ofJSON(p.Metadata))

	received, err := kinds[p.Method](ctx, echo.NewEchoClient(connection), &echo.EchoMessage{Text: p.Text})
	s := status.Convert(err)
	return outcome{received.replies, toJSON(received.initial), toJSON(received.trailing), uint32(s.Code()), s.Message()}
}
