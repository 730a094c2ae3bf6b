package org.toguna.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Stops reading a body that did not announce its length once it proves too long. */
@Singleton
class BodyLimit {

  private final long largest;

  BodyLimit(@ConfigProperty(name = "toguna.largest-body") MemorySize largest) {
    this.largest = largest.asLongValue();
  }

  @ServerRequestFilter(priority = 1400)
  void limit(ContainerRequestContext request) {
    if (request.getHeaderString("Transfer-Encoding") != null) {
      request.setEntityStream(new Counted(request.getEntityStream(), largest));
    }
  }

  private static final class Counted extends FilterInputStream {

    private long left;

    Counted(InputStream body, long largest) {
      super(body);
      this.left = largest;
    }

    @Override
    public int read() throws IOException {
      return (int) counted(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      return (int) counted(read, read);
    }

    private long counted(long result, long bytes) {
      left -= result < 0 ? 0 : bytes;
      if (left < 0) {
        throw new Refusal(ProblemType.BODY_TOO_LARGE, Phrase.of("body-too-large.detail"));
      }
      return result;
    }
  }
}
