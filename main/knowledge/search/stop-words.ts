import { fold } from './fold.ts';

const list = `
aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dein deine
dem den denn der des die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines
er es etwas für gegen gibt haben habe hab hat hatte hätte hier ich ihr ihre ihrem ihren ihrer im in innen ins ist ja
jede jedem jeden jeder jedes kann kein keine keinen können man mein meine meinem meinen meiner mich mir mit muss
möchte möchten müssen nach nicht noch nur ob oder ohne sein seine seinem seinen seiner sich sie sind so soll
über um und uns unser unsere unter vom von vor wann war warum was weil welche welchen welcher wenn wer werden wie
will wir wird wo woher wohin wollen worden wurde zu zum zur
`;

/** Folded words that say nothing about an article. They are not indexed. */
export const stopWords: ReadonlySet<string> = new Set(fold(list).trim().split(/\s+/));
