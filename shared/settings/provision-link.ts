/** What is wrong with a link that wants to set up this desk. */
export type ProvisionLinkFault = 'unknown' | 'noUrl' | 'notHttps' | 'credentials' | 'tooLong';
