import { Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { UpdateError } from './update-fault.ts';
import { readOffer } from './update-offer.ts';

/**
 * A web server with `latest*.yml` and its signature; the updater sees only what was signed for.
 * @returns the class that electron-updater wants to make itself
 */
export function signedProvider(
  address: string,
  keys: readonly string[],
): new (options: unknown, updater: unknown, runtime: ProviderRuntimeOptions) => SignedProvider {
  return class extends SignedProvider {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(address, keys, runtime);
    }
  };
}

class SignedProvider extends Provider<UpdateInfo> {
  readonly #base: URL;
  readonly #keys: readonly string[];

  constructor(address: string, keys: readonly string[], runtime: ProviderRuntimeOptions) {
    // Several ranges in one request are more than many web servers answer.
    super({ ...runtime, isUseMultipleRangeRequest: false });
    this.#base = new URL(address.endsWith('/') ? address : `${address}/`);
    this.#keys = keys;
  }

  async getLatestVersion(): Promise<UpdateInfo> {
    const name = `${this.getDefaultChannelName()}.yml`;
    const [content, signatures] = [await this.#read(name), await this.#signatures(name)];
    const offer = readOffer(name, content, signatures, this.#keys);
    if (!offer.ok) throw new UpdateError(offer.failure, name);
    const [first] = offer.value.files;
    return { ...offer.value, path: first?.url ?? '', sha512: first?.sha512 ?? '' };
  }

  /** The updater would send an identifier of the profile with each request; the server learns nothing of the desk. */
  override setRequestHeaders(): void {
    super.setRequestHeaders(null);
  }

  resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    return info.files.map((file) => ({ url: new URL(file.url, this.#base), info: file }));
  }

  async #read(name: string): Promise<string> {
    const url = new URL(name, this.#base);
    return (await this.httpRequest(url)) ?? '';
  }

  /** A signature that is not there is something else than a server that is not there. */
  async #signatures(name: string): Promise<string | null> {
    try {
      return await this.#read(`${name}.sig`);
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  }
}

/** Status of an HTTP error of electron-updater; null: it is none. */
export function statusOf(error: unknown): number | null {
  const code = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof code === 'number' ? code : null;
}
