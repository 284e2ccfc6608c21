import type { knowledgeContract, Output } from '../../shared/contract.ts';
import { areaContains, areaLevel, areaPath } from '../../shared/knowledge/area.ts';
import type { Article, KnowledgePack } from '../../shared/knowledge/pack.ts';
import { onlineServicesFor, responsibleOffices } from '../../shared/knowledge/responsible.ts';
import { mostLocalVariant } from '../../shared/knowledge/variants.ts';
import { createAreaNames } from './search/area-names.ts';

type ArticlePage = Output<typeof knowledgeContract.requests.getArticle>;

const nothing: ArticlePage = {
  article: null,
  areaName: '',
  offices: [],
  basis: 'article',
  onlineServices: [],
  variants: [],
  neighbours: [],
};

/**
 * An article with everything that belongs to it in an area.
 * @param area ARS that the agent answers for; null: that of the pack
 */
export function articlePage(
  pack: KnowledgePack | null,
  id: string,
  area: string | null,
): ArticlePage {
  const article = pack?.articles.find((candidate) => candidate.id === id);
  if (pack === null || article === undefined) return nothing;
  const place = area ?? pack.manifest.area;
  const { offices, basis } = responsibleOffices(pack, article, place);
  const nameOf = createAreaNames(pack.municipalities);
  const path = areaPath(place);
  const variants = pack.articles
    .filter(({ service, area: of }) => service === article.service && areaContains(of, place))
    .filter((other) => other.id !== id)
    .sort((one, other) => path.indexOf(one.area) - path.indexOf(other.area))
    .map((other) => ({
      id: other.id,
      area: other.area,
      areaName: nameOf(other.area),
      areaLevel: areaLevel(other.area),
    }));
  return {
    article,
    areaName: nameOf(article.area),
    offices: [...offices],
    basis,
    onlineServices: onlineServicesFor(pack, article, place).map(
      ({ title, url, trustLevel, needs, otherLanguages }) => ({
        title,
        url,
        ...(trustLevel === undefined ? {} : { trustLevel }),
        ...(needs === undefined ? {} : { needs }),
        ...(otherLanguages === undefined ? {} : { otherLanguages }),
      }),
    ),
    variants,
    neighbours: neighboursOf(pack, article, place),
  };
}

/** LeiKa key: 99, object (6 digits), action (3), kind (3). */
function neighboursOf(
  pack: KnowledgePack,
  article: Article,
  place: string,
): ArticlePage['neighbours'] {
  const object = article.leika?.slice(0, 8);
  if (object === undefined) return [];
  const services = pack.articles
    .filter(({ leika, service }) => leika?.slice(0, 8) === object && service !== article.service)
    .map(({ service }) => service);
  return [...new Set(services)].flatMap((service) => {
    const variant = mostLocalVariant(pack.articles, service, place);
    return variant === undefined ? [] : [{ id: variant.id, title: variant.title }];
  });
}
