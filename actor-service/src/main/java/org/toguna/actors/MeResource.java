package org.toguna.actors;

import jakarta.ws.rs.Path;
import org.toguna.kit.identity.MyselfResource;

/** What a token amounts to here. */
@Path("/v1/me")
public class MeResource extends MyselfResource {}
