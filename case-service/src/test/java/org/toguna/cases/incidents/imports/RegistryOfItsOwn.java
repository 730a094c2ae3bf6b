package org.toguna.cases.incidents.imports;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A service, database and topics apart: where a row goes depends on every unit that the gazetteer
 * has, and other stories load units of their own.
 */
public final class RegistryOfItsOwn implements QuarkusTestProfile {}
