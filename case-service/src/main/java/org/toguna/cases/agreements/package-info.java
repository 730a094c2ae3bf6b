/**
 * Agreements: oral, written or mixed, who consented for whom and how freely, and what the parties
 * agreed to keep to themselves.
 */
@NullMarked
package org.toguna.cases.agreements;

import org.jspecify.annotations.NullMarked;
