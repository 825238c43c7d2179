const { dest, src, task } = require('gulp');

/** All that `tsc` leaves out. `encoding: false`, or gulp would take pictures for text. */
task('build:icons', () => src('icons/**/*.svg', { base: '.', encoding: false }).pipe(dest('dist')));
