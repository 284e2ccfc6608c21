import { z } from 'zod';

/**
 * Something that stands between the agent and the work. Each has one sentence that says what is wrong
 * and one that says what to do (shared/texts); both are shown in the window and written to the log.
 */
export const problemCodes = [
  'noAccount',
  'passwordMissing',
  'keyStoreMissing',
  'passwordFileLeft',
  'serverUnreachable',
  'certificateUntrusted',
  'certificateOutOfDate',
  'certificateWrongName',
  'certificateWrongPin',
  'wrongPassword',
  'registrationRefused',
  'connectionLost',
  'microphoneMissing',
  'microphoneDenied',
  'microphoneUnplugged',
  'microphoneBusy',
  'microphoneReplaced',
  'speakerMissing',
  'speakerReplaced',
  'ringDeviceReplaced',
  'packBroken',
  'packMissing',
  'packDamaged',
  'packRefused',
  'packStale',
  'packExpiring',
  'settingsBroken',
  'policyBroken',
  'policyRefused',
  'policyNotFetched',
  'callListBroken',
  'journalBroken',
  'journalDiskFull',
  'wrapUpsOverdue',
  'knowledgeStopped',
  'phoneRestarted',
  'remoteSession',
  'hotkeyTaken',
  'practiceBroken',
  'updateRefused',
  'updateFailed',
  'updateServerAway',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const problemSchema = z.strictObject({
  code: z.enum(problemCodes),
  /** What the machine knows: file and line, server, device. Plain text, no personal data. */
  detail: z.string().max(2000).nullable(),
});
export type Problem = z.infer<typeof problemSchema>;
