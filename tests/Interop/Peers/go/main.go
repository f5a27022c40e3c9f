// The Go ends of the interop tests: "peer server" prints its port and ends with its standard input; "peer client" takes each line of
// standard input as a call and answers it with a line that says how it went.
package main

import "os"

func main() {
	if os.Args[1] == "server" {
		serve()
	} else {
		call()
	}
}
