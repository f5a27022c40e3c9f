'use strict';
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const { loadSync } = require('@grpc/proto-loader');

const definition = loadSync(path.join(__dirname, '..', '..', 'Server', 'echo.proto'));
module.exports = grpc.loadPackageDefinition(definition).echo.Echo;
