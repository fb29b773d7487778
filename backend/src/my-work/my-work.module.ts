import { Module } from '@nestjs/common';
import { MyWorkController } from './my-work.controller.js';
import { MyWorkQueries } from './my-work.queries.js';
import { WatchingController } from './watching/watching.controller.js';
import { WatchingQueries } from './watching/watching.queries.js';
import { WatchingService } from './watching/watching.service.js';

/** The start page of everybody who has something to do, and what is watched. */
@Module({
  controllers: [MyWorkController, WatchingController],
  providers: [MyWorkQueries, WatchingService, WatchingQueries],
})
export class MyWorkModule {}
