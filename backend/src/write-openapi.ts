import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { loadConfig } from './config/index.js';
import { buildDocument } from './openapi.js';

/** Writes the OpenAPI document without a database: `node dist/server/write-openapi.js [FILE]`. */
const [, , file = 'backend/openapi.json'] = process.argv;
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.with(loadConfig({}), 'postgresql://nobody@localhost/nothing'),
  new FastifyAdapter(),
  { preview: true, logger: false },
);
app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
writeFileSync(file, `${JSON.stringify(buildDocument(app), null, 2)}\n`);
