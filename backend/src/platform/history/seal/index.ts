export { type Anchor, anchorName, parseAnchor } from './anchor.js';
export { HistoryNotSealed } from './inventory.js';
export { beginSealsAnew, sealAll, sealNext, type SealState } from './seal-history.js';
export { HistorySealer } from './sealer.js';
export { type VerifiedHistory, verifyHistory } from './verify-history.js';
