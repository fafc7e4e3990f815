package org.safepassage.connectors.webdav;

import java.time.InstantSource;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.bundles.CaseNames;
import org.safepassage.connectors.bundles.ZipBundle;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpParameters;

/// Makes the doors of `sp-webdav-bundles-source`.
public final class WebdavBundlesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-webdav-bundles-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        var settings = HttpParameters.settings(parameters, HttpParameters.auth(parameters));
        var limits = new ZipBundle.Limits(
                parameters.number("mostMembers", 1, 1_000_000),
                (long) parameters.number("mostGigabytes", 1, 100_000) << 30,
                parameters.number("mostRatio", 2, 100_000));
        String done = parameters.text("acknowledge").equals("move") ? parameters.text("doneFolder") : "";
        if (!done.isEmpty() && !done.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw parameters.refused("doneFolder", "must be a plain folder name");
        }
        return new WebdavBundles(
                new HttpLine(settings, InstantSource.system()),
                new WebdavBundles.Shape(
                        CaseNames.pattern(parameters, "caseName"),
                        parameters.text("recordFile"),
                        limits,
                        done,
                        parameters.flag("subfolders"),
                        parameters.flag("skipUnchanged")));
    }
}
