import type { KnowledgeTexts } from './knowledge-texts.ts';

export const knowledgeTextsEn: KnowledgeTexts = {
  problems: {
    packBroken: {
      title: 'The knowledge pack is faulty and was not loaded.',
      advice: 'Calls go on, but without call card and search. Please give IT the details.',
    },
    packMissing: {
      title: 'There is no knowledge pack yet.',
      advice:
        'Amtsdraht fetches it from the configured sources. Calls work already, but without call card and search.',
    },
    packDamaged: {
      title: 'The newest knowledge pack on this computer is damaged.',
      advice: 'Amtsdraht uses the one before and fetches what is damaged again.',
    },
    packRefused: {
      title: 'A knowledge pack was refused.',
      advice: 'You go on with the last verified one. Please give IT the details.',
    },
    packStale: {
      title: 'The knowledge is older than intended.',
      advice:
        'No source has confirmed for a while that it is still up to date. You can work with it; check what matters.',
    },
    packExpiring: {
      title: 'A signature of the knowledge pack ends soon.',
      advice:
        'After that nothing new arrives; what is there stays in use. Please give the details to the editors.',
    },
  },
  status: {
    label: 'Age of the knowledge',
    none: 'No knowledge pack loaded',
    issued: (when) => `Knowledge as of ${when}`,
    confirmed: (age) => `confirmed ${age}`,
    justNow: 'just now',
    neverConfirmed: 'never synchronised',
    running: 'Synchronising …',
    progress: (done, total) => `Synchronising: ${done} of ${total} files`,
    now: 'Synchronise now',
  },
};
