import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { REQUIRES_KEY } from './actor.js';
import type { Permission } from './permission.js';

/** A route as its controller declares it. */
export interface DeclaredRoute {
  method: string;
  /** Without the prefix of the API, parameters in braces: `/projects/{ref}`. */
  path: string;
  permission: Permission | undefined;
  handler: string;
}

/** Lists the routes of all controllers, also those that the contract leaves out. */
export function declaredRoutes(app: INestApplication): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const routes: DeclaredRoute[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, object>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        const method =
          handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
        if (handler === undefined || method === undefined) continue;
        routes.push({
          method: RequestMethod[method],
          path: addressOf(
            Reflect.getMetadata(PATH_METADATA, metatype),
            Reflect.getMetadata(PATH_METADATA, handler),
          ),
          permission: Reflect.getMetadata(REQUIRES_KEY, handler) as Permission | undefined,
          handler: `${metatype.name}.${name}`,
        });
      }
    }
  }
  return routes;
}

/** Refuses to start while a route declares no permission: forgetting it must not mean "everybody". */
export function refuseUndeclaredRoutes(app: INestApplication): void {
  const undeclared = declaredRoutes(app)
    .filter(({ permission }) => permission === undefined)
    .map(({ handler, path }) => `${handler} (${path})`);
  if (undeclared.length > 0) throw new Error(`routes without @Requires: ${undeclared.join(', ')}`);
}

function addressOf(...parts: unknown[]): string {
  const path = parts
    .map(String)
    .join('/')
    .replaceAll(/\/+/g, '/')
    .replaceAll(/^\/|\/$/g, '');
  return `/${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}
