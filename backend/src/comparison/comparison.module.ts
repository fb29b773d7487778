import { Module } from '@nestjs/common';
import { Comparisons } from './comparisons.js';

/** The difference of any two moments. */
@Module({ providers: [Comparisons], exports: [Comparisons] })
export class ComparisonModule {}
