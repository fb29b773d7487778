import type { INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { REQUIRES_KEY } from './actor.js';

/** Refuses to start while a route declares no permission: forgetting it must not mean "everybody". */
export function refuseUndeclaredRoutes(app: INestApplication): void {
  const scanner = new MetadataScanner();
  const undeclared: string[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, object>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (handler === undefined || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
        if (Reflect.getMetadata(REQUIRES_KEY, handler) === undefined) {
          undeclared.push(
            `${metatype.name}.${name} (${String(Reflect.getMetadata(PATH_METADATA, handler))})`,
          );
        }
      }
    }
  }
  if (undeclared.length > 0) throw new Error(`routes without @Requires: ${undeclared.join(', ')}`);
}
