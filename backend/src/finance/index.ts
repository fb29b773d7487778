export { DigestQueries } from './digest/digest.queries.js';
export type { ChangeDigestDto, DigestTotalDto } from './dto/digest.dto.js';
export { nameOfTotal } from './files/digest-book.js';
export { FinanceModule } from './finance.module.js';
