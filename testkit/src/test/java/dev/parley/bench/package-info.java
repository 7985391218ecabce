/// The benchmarks: each beside its baseline, in one run.
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
