/** Packs the package as it would be published, unless that has been done for these sources. */
import { findTarball, makeTarball } from '../demo/package';

void (async () => {
	if ((await findTarball()) === undefined) await makeTarball();
})();
