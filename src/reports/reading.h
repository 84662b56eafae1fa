// A report read: its text repaired, its figures found, its arithmetic checked.
#pragma once

#include <string>
#include <vector>

#include "indicators/catalogue.h"
#include "reports/claim.h"
#include "reports/meaning.h"
#include "reports/relations.h"
#include "text/document.h"
#include "text/repair.h"

namespace yizheng::reports {

struct ReadOptions {
  text::RepairOptions repair;
  MeaningOptions meaning;
  bool keep_others = false;  // also the numbers that are no claims
};

struct Reading {
  text::Document document;
  text::Repaired repaired;
  Names names;
  std::vector<Claim> claims;  // in order of place
  std::vector<Check> checks;
};

// All steps. Everything it throws comes from text::read_document.
Reading read_report(text::Document document, const indicators::Catalogue& catalogue, const ReadOptions& options = {});

}  // namespace yizheng::reports
