package org.safepassage.rehearsal.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.servlets.WebdavServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/// A folder behind WebDAV (RFC 4918) on the loopback address with basic authentication; clients may write. Changes made
/// in the folder itself are seen at once.
public final class FolderOverWebDav implements AutoCloseable {
    // Held, since java.util.logging forgets the level of a logger that nobody refers to.
    private static final Logger CATALINA = Logger.getLogger("org.apache");

    private final Tomcat tomcat;
    private final Credentials credentials;

    private FolderOverWebDav(Tomcat tomcat, Credentials credentials) {
        this.tomcat = tomcat;
        this.credentials = credentials;
    }

    /// Starts a server whose root collection is `folder`.
    ///
    /// @param scratch a folder that the server may fill with its own files
    /// @throws IOException when no port is free
    public static FolderOverWebDav start(Path folder, Path scratch, Credentials credentials) throws IOException {
        CATALINA.setLevel(Level.SEVERE);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createDirectories(scratch).toAbsolutePath().toString());
        tomcat.setHostname("localhost");
        tomcat.setPort(0);
        tomcat.setSilent(true);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.addUser(credentials.user(), credentials.password());
        tomcat.addRole(credentials.user(), "client");

        var context = tomcat.addContext("", folder.toAbsolutePath().toString());
        var resources = new StandardRoot(context);
        resources.setCachingAllowed(false);
        context.setResources(resources);
        var servlet = Tomcat.addServlet(context, "webdav", new WebdavServlet());
        // Its background work expects to be initialised before the first request.
        servlet.setLoadOnStartup(1);
        servlet.addInitParameter("readonly", "false");
        servlet.addInitParameter("listings", "true");
        context.addServletMappingDecoded("/*", "webdav");

        var everything = new SecurityCollection();
        everything.addPattern("/*");
        var constraint = new SecurityConstraint();
        constraint.addAuthRole("client");
        constraint.addCollection(everything);
        context.addSecurityRole("client");
        context.addConstraint(constraint);
        context.setLoginConfig(new LoginConfig("BASIC", "share", null, null));
        context.getPipeline().addValve(new BasicAuthenticator());
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IOException("the sample WebDAV share did not start", e);
        }
        return new FolderOverWebDav(tomcat, credentials);
    }

    /// Address of the root collection, with a slash at the end.
    public String url() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/";
    }

    /// The one user.
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public void close() throws IOException {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IOException("the sample WebDAV share did not stop", e);
        }
    }
}
