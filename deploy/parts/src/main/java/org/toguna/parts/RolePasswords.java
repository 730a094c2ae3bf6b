package org.toguna.parts;

/** The passwords of the three roles of one database. */
public record RolePasswords(String owner, String app, String system) {}
