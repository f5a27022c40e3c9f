package main

import (
	"context"
	"io"

	"echo"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
)

// response is what a call received before it ended.
type response struct {
	replies           []string
	initial, trailing metadata.MD
}

// kinds makes a call of each kind, with one request.
var kinds = map[string]func(context.Context, echo.EchoClient, *echo.EchoMessage) (response, error){
	"Unary":           unary,
	"ClientStreaming": clientStreaming,
	"ServerStreaming": serverStreaming,
	"Duplex":          duplex,
}

func unary(ctx context.Context, client echo.EchoClient, request *echo.EchoMessage) (r response, err error) {
	reply, err := client.Unary(ctx, request, grpc.Header(&r.initial), grpc.Trailer(&r.trailing))
	if err == nil {
		r.replies = []string{reply.Text}
	}
	return r, err
}

func clientStreaming(ctx context.Context, client echo.EchoClient, request *echo.EchoMessage) (r response, err error) {
	stream, err := client.ClientStreaming(ctx)
	if err != nil {
		return r, err
	}
	if err := stream.Send(request); err != nil && err != io.EOF {
		return r, err
	}
	reply, err := stream.CloseAndRecv()
	if err == nil {
		r.replies = []string{reply.Text}
	}
	return r.endedBy(stream), err
}

func serverStreaming(ctx context.Context, client echo.EchoClient, request *echo.EchoMessage) (r response, err error) {
	stream, err := client.ServerStreaming(ctx, request)
	if err != nil {
		return r, err
	}
	return receive(stream)
}

func duplex(ctx context.Context, client echo.EchoClient, request *echo.EchoMessage) (r response, err error) {
	stream, err := client.Duplex(ctx)
	if err != nil {
		return r, err
	}
	if err := stream.Send(request); err != nil && err != io.EOF {
		return r, err
	}
	if err := stream.CloseSend(); err != nil {
		return r, err
	}
	return receive(stream)
}

// receive reads a stream of replies to its end, of a duplex call too.
func receive(stream echo.Echo_ServerStreamingClient) (r response, err error) {
	for {
		reply, err := stream.Recv()
		if err == io.EOF {
			return r.endedBy(stream), nil
		}
		if err != nil {
			return r.endedBy(stream), err
		}
		r.replies = append(r.replies, reply.Text)
	}
}

// endedBy adds the metadata of a stream that has ended.
func (r response) endedBy(stream grpc.ClientStream) response {
	r.initial, _ = stream.Header()
	r.trailing = stream.Trailer()
	return r
}
