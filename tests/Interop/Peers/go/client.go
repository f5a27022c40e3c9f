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

	var initial, trailing metadata.MD
	replies := []string{}
	if p.Method == "Duplex" {
		replies, initial, trailing, err = duplex(ctx, echo.NewEchoClient(connection), p.Text)
	} else {
		var reply *echo.EchoMessage
		reply, err = echo.NewEchoClient(connection).Unary(ctx, &echo.EchoMessage{Text: p.Text}, grpc.Header(&initial), grpc.Trailer(&trailing))
		if err == nil {
			replies = append(replies, reply.Text)
		}
	}
	s := status.Convert(err)
	return outcome{replies, toJSON(initial), toJSON(trailing), uint32(s.Code()), s.Message()}
}

func duplex(ctx context.Context, client echo.EchoClient, text string) (replies []string, initial, trailing metadata.MD, err error) {
	stream, err := client.Duplex(ctx)
	if err != nil {
		return
	}
	if err = stream.Send(&echo.EchoMessage{Text: text}); err != nil && err != io.EOF {
		return
	}
	if err = stream.CloseSend(); err != nil {
		return
	}
	for {
		reply, problem := stream.Recv()
		if problem != nil {
			if problem != io.EOF {
				err = problem
			}
			break
		}
		replies = append(replies, reply.Text)
	}
	initial, _ = stream.Header()
	return replies, initial, stream.Trailer(), err
}
