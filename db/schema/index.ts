export * from './words';
export * from './accounts';
export * from './listings';
export * from './leads';
export * from './saved-searches';
export * from './search-terms';
export * from './processes';
export * from './shortlists';
