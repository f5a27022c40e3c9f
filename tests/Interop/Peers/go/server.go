package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/ioutil"
	"net"
	"os"

	"echo"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

const (
	echoInitial  = "x-grpc-test-echo-initial"
	echoTrailing = "x-grpc-test-echo-trailing-bin"
)

// order is what a request's text asks for.
type order struct {
	Initial  []field `json:"initial"`
	Trailing []field `json:"trailing"`
	Code     uint32  `json:"code"`
	Message  string  `json:"message"`
	Sleep    bool    `json:"sleep"`
}

type server struct {
	echo.UnimplementedEchoServer
}

func serve() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	s := grpc.NewServer()
	echo.RegisterEchoServer(s, &server{})
	go s.Serve(listener)
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	io.Copy(ioutil.Discard, os.Stdin)
}

func (*server) Unary(ctx context.Context, request *echo.EchoMessage) (*echo.EchoMessage, error) {
	return follow(ctx, request)
}

func (*server) ClientStreaming(stream echo.Echo_ClientStreamingServer) error {
	last := &echo.EchoMessage{}
	for {
		request, err := stream.Recv()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		last = request
	}
	reply, err := follow(stream.Context(), last)
	if err != nil {
		return err
	}
	return stream.SendAndClose(reply)
}

func (*server) ServerStreaming(request *echo.EchoMessage, stream echo.Echo_ServerStreamingServer) error {
	reply, err := follow(stream.Context(), request)
	if err != nil {
		return err
	}
	return stream.Send(reply)
}

func (*server) Duplex(stream echo.Echo_DuplexServer) error {
	for {
		request, err := stream.Recv()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		reply, err := follow(stream.Context(), request)
		if err != nil {
			return err
		}
		if err := stream.Send(reply); err != nil {
			return err
		}
	}
}

// follow does what the request's text says, and answers what came as metadata.
func follow(ctx context.Context, request *echo.EchoMessage) (*echo.EchoMessage, error) {
	o := order{}
	if request.Text != "" {
		if err := json.Unmarshal([]byte(request.Text), &o); err != nil {
			return nil, err
		}
	}
	seen, _ := metadata.FromIncomingContext(ctx)
	initial, trailing := ofJSON(o.Initial), ofJSON(o.Trailing)
	initial.Append(echoInitial, seen.Get(echoInitial)...)
	trailing.Append(echoTrailing, seen.Get(echoTrailing)...)
	if len(o.Initial) != 0 || len(seen.Get(echoInitial)) != 0 {
		if err := grpc.SendHeader(ctx, initial); err != nil {
			return nil, err
		}
	}
	if err := grpc.SetTrailer(ctx, trailing); err != nil {
		return nil, err
	}
	if o.Sleep {
		<-ctx.Done()
		return nil, status.FromContextError(ctx.Err()).Err()
	}
	if o.Code != 0 {
		return nil, status.Error(codes.Code(o.Code), o.Message)
	}
	text, err := json.Marshal(toJSON(seen))
	return &echo.EchoMessage{Text: string(text)}, err
}
