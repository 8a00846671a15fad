package dev.patchbay.host.action;

import dev.patchbay.host.plugin.PluginSummary;
import java.util.List;

/** What can be done over a connection. */
public record ActionList(List<PluginSummary.Action> items) {}
