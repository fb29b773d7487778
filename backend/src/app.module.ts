import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from './accounts/index.js';
import { AssessmentsModule } from './assessments/index.js';
import { BudgetModule } from './budget/index.js';
import { CalendarModule } from './calendar/index.js';
import { ChangeLogModule } from './change-log/index.js';
import { ComparisonModule } from './comparison/index.js';
import { type Config, CONFIG } from './config/index.js';
import { ENTITIES } from './entities.js';
import { FinanceModule } from './finance/index.js';
import { LedgerModule } from './ledger/index.js';
import { MyWorkModule } from './my-work/index.js';
import { NoticesModule } from './notices/index.js';
import { OrganisationModule } from './organisation/index.js';
import { PapersModule } from './papers/index.js';
import { dataSourceOptions, PlatformModule, type Timeouts } from './platform/index.js';
import { PortfolioModule } from './portfolio/index.js';
import { ProjectsModule } from './projects/index.js';
import { PublicationModule } from './publication/index.js';
import { ReviewsModule } from './reviews/index.js';
import { ScenariosModule } from './scenarios/index.js';
import { StatusReportsModule } from './status-reports/index.js';
import { StrategyModule } from './strategy/index.js';

@Global()
@Module({})
class ConfigModule {
  static of(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}

/** The whole server. */
@Module({})
export class AppModule {
  /** Puts the server together for one configuration and database. */
  static with(config: Config, databaseUrl: string, timeouts?: Timeouts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        TypeOrmModule.forRoot({
          ...dataSourceOptions({
            url: databaseUrl,
            poolSize: config.databasePoolSize,
            entities: ENTITIES,
            ...(timeouts && { timeouts }),
          }),
          retryAttempts: 1,
        }),
        PlatformModule,
        AccountsModule,
        ChangeLogModule,
        OrganisationModule,
        StrategyModule,
        ProjectsModule,
        AssessmentsModule,
        StatusReportsModule,
        BudgetModule,
        LedgerModule,
        ComparisonModule,
        ReviewsModule,
        PapersModule,
        PortfolioModule,
        PublicationModule,
        FinanceModule,
        ScenariosModule,
        MyWorkModule,
        NoticesModule,
        CalendarModule,
      ],
    };
  }
}
