/** A withdrawn scenario: it keeps its page and its place on its list, but nothing is found by it. */
export const withdrawnScenario = 'zqwithdrawnscenario';
/** The token of a feed whose search has seen things before they were taken back. */
export const plantedFeed = 'planted-feed';

/** Each place where something lies that is not public, with a word of its own. */
export const canaries = {
  draftProduct: 'zqdraftproduct',
  withdrawnProduct: 'zqwithdrawnproduct',
  withdrawnLinkedProduct: 'zqwithdrawnlinkedproduct',
  productNote: 'zqproductnote',
  draftScenario: 'zqdraftscenario',
  rejectedScenario: 'zqrejectedscenario',
  scenarioContact: 'zqscenariocontact',
  scenarioReason: 'zqscenarioreason',
  organisationContact: 'zqorganisationcontact',
  organisationPhone: 'zqorganisationphone',
  oldOffering: 'zqoldoffering',
  rejectedRecognition: 'zqrejectedrecognition',
  draftGroup: 'zqdraftgroup',
  draftPublication: 'zqdraftpublication',
  draftRecognition: 'zqdraftrecognition',
  response: 'zqresponse',
  withdrawnResponse: 'zqtakenbackresponse',
  leadPurpose: 'zqleadpurpose',
  letter: 'zqletter',
  failedTrialSite: 'zqtrialsite',
  failedTrialNote: 'zqtrialnote',
  plannedContract: 'zqcontractnumber',
  dispute: 'zqdispute',
  acceptanceEvidence: 'zqacceptanceevidence',
  personName: 'zqpersonname',
  personEmail: 'zqpersonemail',
  personPhone: 'zqpersonphone',
  shortlist: 'zqshortlist',
  shortlistNote: 'zqshortlistnote',
  savedSearch: 'zqsavedsearch',
  searchTerm: 'zqsearchterm',
} as const;
