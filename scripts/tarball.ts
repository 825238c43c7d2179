/** Packs the package as it would be published, unless that was done for these sources already. */
import { findTarball, makeTarball } from '../demo/package';

void (async () => {
	if ((await findTarball()) === undefined) await makeTarball();
})();
