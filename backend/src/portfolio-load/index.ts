export { PortfolioNotEmpty } from './bulk-load.js';
export { loadGeneratedPortfolio, loadSamplePortfolio, type LoadSettings } from './load-portfolio.js';
export { CatalogueMissing } from './sample-catalogue.js';
