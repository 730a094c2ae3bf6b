package org.toguna.test;

/** Where a running PostgreSQL and a running Kafka are found. */
record SharedParts(String superuserUrl, String bootstrapServers) {

  static final SharedParts NONE = new SharedParts("", "");
}
