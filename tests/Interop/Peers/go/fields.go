package main

import (
	"encoding/hex"
	"strings"

	"google.golang.org/grpc/metadata"
)

// field is one value of metadata in JSON: {"key", "text"} or {"key", "hex"}.
type field struct {
	Key  string  `json:"key"`
	Text *string `json:"text,omitempty"`
	Hex  *string `json:"hex,omitempty"`
}

func ofJSON(fields []field) metadata.MD {
	md := metadata.MD{}
	for _, f := range fields {
		if f.Hex == nil {
			md.Append(f.Key, *f.Text)
			continue
		}
		bytes, err := hex.DecodeString(*f.Hex)
		if err != nil {
			panic(err)
		}
		md.Append(f.Key, string(bytes))
	}
	return md
}

func toJSON(md metadata.MD) []field {
	fields := []field{}
	for key, values := range md {
		for i := range values {
			if strings.HasSuffix(key, "-bin") {
				text := hex.EncodeToString([]byte(values[i]))
				fields = append(fields, field{Key: key, Hex: &text})
			} else {
				fields = append(fields, field{Key: key, Text: &values[i]})
			}
		}
	}
	return fields
}
