/**
 * Statements that belong to no single case: who is for dialogue or against it, and what sources say
 * of the wider conflict, each as its source puts it.
 */
@NullMarked
package org.toguna.cases.statements;

import org.jspecify.annotations.NullMarked;
