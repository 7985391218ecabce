/// One chat between a number and a user: its window, its messages and how far each of them got.
@NullMarked
package dev.parley.chat;

import org.jspecify.annotations.NullMarked;
