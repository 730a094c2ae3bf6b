package org.toguna.kit.testapp;

import jakarta.ws.rs.Path;
import org.toguna.kit.identity.MyselfResource;

@Path("/v1/me")
public class MeResource extends MyselfResource {}
