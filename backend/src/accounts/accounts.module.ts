import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApiTokensController } from './api-tokens.controller.js';
import { ApiTokensQueries } from './api-tokens.queries.js';
import { ApiTokens } from './api-tokens.service.js';
import { BrowserSessions } from './browser-sessions.service.js';
import { KnownBrowsers } from './delays/known-browsers.service.js';
import { SignInDelays } from './delays/sign-in-delays.service.js';
import { AccountLinksController } from './links/account-links.controller.js';
import { AccountLinks } from './links/account-links.service.js';
import { MeController } from './me.controller.js';
import { BackChannelLogout } from './oidc/back-channel-logout.service.js';
import { OidcProvider } from './oidc/oidc-provider.service.js';
import { OidcSignIns } from './oidc/oidc-sign-in.service.js';
import { OidcController } from './oidc/oidc.controller.js';
import { ProviderPeople } from './oidc/provider-people.service.js';
import { OwnPassword } from './own-password.service.js';
import { Passwords } from './passwords/passwords.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleQueries } from './people.queries.js';
import { LocalAccounts } from './local-accounts.service.js';
import { Sweep } from './sweep.service.js';
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
  controllers: [
    SessionController,
    OidcController,
    MeController,
    AccountLinksController,
    PeopleController,
    UserAccessController,
    UsersController,
    ApiTokensController,
  ],
  providers: [
    PeopleQueries,
    ApiTokens,
    ApiTokensQueries,
    Users,
    UsersQueries,
    Sessions,
    BrowserSessions,
    SessionsQueries,
    SignIn,
    LocalAccounts,
    UserAccess,
    AccountLinks,
    KnownBrowsers,
    OwnPassword,
    Passwords,
    SignInDelays,
    Sweep,
    SampleAccounts,
    OidcProvider,
    OidcSignIns,
    ProviderPeople,
    BackChannelLogout,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [LocalAccounts, SampleAccounts, Sessions, Sweep],
})
export class AccountsModule {}
