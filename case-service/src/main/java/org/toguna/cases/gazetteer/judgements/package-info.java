/**
 * Judgements on whether two entries of the gazetteer are one place: made by a person, revised or
 * taken back by one. Nothing is merged by them, and none is ever made by a program.
 */
@NullMarked
package org.toguna.cases.gazetteer.judgements;

import org.jspecify.annotations.NullMarked;
