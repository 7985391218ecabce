/// A sandbox in the process of a test, its phones, and an inbox for the webhooks.
@NullMarked
package dev.parley.testkit;

import org.jspecify.annotations.NullMarked;
