export { AnswerInterceptor } from './answer.interceptor.js';
export { TextPipe } from './headers.js';
export { IdempotencyInterceptor } from './idempotency.interceptor.js';
export { Metrics } from './metrics.js';
export { ProblemFilter } from '../errors/problem.filter.js';
export { refuseUnreadable, refuseUnroutable } from './unroutable.js';
export { validationPipe } from './validation.js';
