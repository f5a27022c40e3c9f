# A Ruby client: each line of standard input is a call, and is answered with a line that says how it went.
require 'grpc'
require 'json'
require 'echo_pb'

MESSAGE = Google::Protobuf::DescriptorPool.generated_pool.lookup('echo.EchoMessage').msgclass
WRITE = ->(message) { MESSAGE.encode(message) }
READ = ->(bytes) { MESSAGE.decode(bytes) }

# How the stub makes a call of each kind, and what it sends and receives.
KINDS = {
  'Unary' => %i[request_response one one],
  'ClientStreaming' => %i[client_streamer stream one],
  'ServerStreaming' => %i[server_streamer one stream],
  'Duplex' => %i[bidi_streamer stream stream]
}.freeze

def of_json(fields)
  (fields || []).each_with_object({}) do |field, metadata|
    value = field.key?('hex') ? [field['hex']].pack('H*') : field['text']
    (metadata[field['key']] ||= []) << value
  end
end

def to_json_fields(metadata)
  (metadata || {}).flat_map do |key, values|
    Array(values).map { |value| key.end_with?('-bin') ? { key: key, hex: value.unpack1('H*') } : { key: key, text: value } }
  end
end

def start(stub, order)
  options = { metadata: of_json(order['metadata']), deadline: Time.now + order['timeout'], return_op: true }
  message = MESSAGE.new(text: order['text'])
  way, sent = KINDS[order['method']]
  stub.public_send(way, "/echo.Echo/#{order['method']}", sent == :stream ? [message] : message, WRITE, READ, **options)
end

def run(order)
  stub = GRPC::ClientStub.new(order['target'], :this_channel_is_insecure)
  operation = start(stub, order)
  outcome = { replies: [], code: 0, message: '' }
  begin
    answer = operation.execute
    (KINDS[order['method']].last == :stream ? answer : [answer]).each { |reply| outcome[:replies] << reply.text }
    trailing = operation.trailing_metadata
  rescue GRPC::BadStatus => e
    outcome.update(code: e.code, message: e.details)
    trailing = e.metadata
  end
  outcome.update(initial: to_json_fields(operation.metadata), trailing: to_json_fields(trailing))
end

$stdout.sync = true
$stdin.each_line { |line| puts JSON.generate(run(JSON.parse(line))) }
