import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MeController } from './me.controller.js';
import { PeopleController } from './people.controller.js';
import { PeopleQueries } from './people.queries.js';
import { LocalAccounts } from './local-accounts.service.js';
import { UserAccessController } from './user-access.controller.js';
import { UserAccess } from './user-access.service.js';
import { SampleAccounts } from './sample-accounts.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SessionsQueries } from './sessions.queries.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';
import { UsersController } from './users.controller.js';
import { UsersQueries } from './users.queries.js';
import { Users } from './users.service.js';

/** People, their roles, and how they sign in. */
@Module({
  controllers: [SessionController, MeController, PeopleController, UserAccessController, UsersController],
  providers: [
    PeopleQueries,
    Users,
    UsersQueries,
    Sessions,
    SessionsQueries,
    SignIn,
    LocalAccounts,
    UserAccess,
    SampleAccounts,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [LocalAccounts, SampleAccounts, Sessions],
})
export class AccountsModule {}
