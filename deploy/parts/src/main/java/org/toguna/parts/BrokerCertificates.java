package org.toguna.parts;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Certificates of a broker and of those who may use it, under an authority of their own whose key
 * is thrown away once it has signed them: to renew one is to remove them and start all anew.
 *
 * <p>Each file holds a key and its certificate, as Kafka reads them. {@value #BROKER} is the
 * broker's, which may do everything; the others are the services'.
 */
public final class BrokerCertificates {
  public static final String BROKER = "kafka";
  private static final String AUTHORITY = "authority";
  private static final Duration LEFT_AT_LEAST = Duration.ofDays(30);
  private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});
  private final Path directory;

  private BrokerCertificates(Path directory) {
    this.directory = directory;
  }

  /** Those of a directory; made if they are not there or soon no longer valid. */
  public static BrokerCertificates in(Path directory) {
    var certificates = new BrokerCertificates(directory.toAbsolutePath());
    if (!certificates.stand()) {
      certificates.make();
    }
    return certificates;
  }

  /**
   * How a client says who it is: the broker itself, or a service by the name in its certificate.
   */
  public Map<String, String> client(String name) {
    var settings = stores(name);
    settings.put("security.protocol", "SSL");
    return settings;
  }

  /** A broker that talks to nobody without a certificate, and lets nobody do what is not listed. */
  Map<String, String> broker() {
    var settings = stores(BROKER);
    settings.put("listener.security.protocol.map", "SSL:SSL,CONTROLLER:SSL");
    settings.put("inter.broker.listener.name", "SSL");
    settings.put("ssl.client.auth", "required");
    settings.put("ssl.principal.mapping.rules", "RULE:^CN=([^,]+)$/$1/");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:" + BROKER);
    settings.put("auto.create.topics.enable", "false");
    return settings;
  }

  private Map<String, String> stores(String name) {
    var settings = new HashMap<String, String>();
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.location", file(name).toString());
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", file(AUTHORITY).toString());
    return settings;
  }

  private Path file(String name) {
    return directory.resolve(name + ".pem");
  }

  private static List<String> names() {
    return Stream.concat(
            Stream.of(BROKER), BrokerRights.OF_SERVICES.stream().map(BrokerRights::certificate))
        .toList();
  }

  private boolean stand() {
    if (!names().stream().allMatch(name -> Files.exists(file(name)))) {
      return false;
    }
    try (var in = Files.newInputStream(file(AUTHORITY))) {
      var authority =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      authority.checkValidity(Date.from(Instant.now().plus(LEFT_AT_LEAST)));
      return true;
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  private void make() {
    var store = directory.resolve("making.p12");
    var password = RandomSecrets.password();
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      Files.deleteIfExists(store);
      keytool(store, password, AUTHORITY, List.of("-ext", "bc:c", "-ext", "ku:c=keyCertSign"));
      for (var name : names()) {
        keytool(
            store,
            password,
            name,
            List.of("-signer", AUTHORITY, "-ext", "san=ip:127.0.0.1,dns:localhost"));
      }
      write(store, password);
    } catch (IOException | GeneralSecurityException e) {
      throw new PartFailed("Could not make the broker's certificates: " + e, e);
    } finally {
      store.toFile().delete();
    }
  }

  private void write(Path store, String password) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = new FileInputStream(store.toFile())) {
      keys.load(in, password.toCharArray());
    }
    for (var name : names()) {
      var key = keys.getKey(name, password.toCharArray());
      Files.writeString(
          file(name), pem("PRIVATE KEY", key.getEncoded()) + pem("CERTIFICATE", of(keys, name)));
    }
    Files.writeString(file(AUTHORITY), pem("CERTIFICATE", of(keys, AUTHORITY)));
  }

  private static byte[] of(KeyStore keys, String name) throws GeneralSecurityException {
    Certificate certificate = keys.getCertificate(name);
    return certificate.getEncoded();
  }

  private static String pem(String what, byte[] encoded) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, PEM.encodeToString(encoded));
  }

  /** One key pair with its certificate, made by the tool that comes with Java. */
  private static void keytool(Path store, String password, String name, List<String> more)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(JavaProgram.java()).resolveSibling("keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "3650",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass:env",
                "STORE_PASSWORD"));
    command.addAll(more);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("STORE_PASSWORD", password);
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes());
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("keytool: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while making certificates", e);
    }
  }
}
