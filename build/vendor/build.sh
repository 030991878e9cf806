#!/usr/bin/env bash
# Rebuilds the vendored libraries from package-lock.json: one ES module each into wwwroot/lib,
# with their licences beside them. Running the console needs no Node.
set -euo pipefail
cd "$(dirname "$0")"
lib=../../wwwroot/lib
npm ci --ignore-scripts
node node_modules/esbuild/install.js
npx --no-install esbuild src/codemirror.js --bundle --format=esm --minify --legal-comments=none --outfile=$lib/codemirror.js
npx --no-install esbuild node_modules/uplot/dist/uPlot.esm.js --format=esm --minify --legal-comments=none --outfile=$lib/uplot.js
cp node_modules/uplot/dist/uPlot.min.css $lib/uplot.css
{
  for package in uplot codemirror @codemirror/{autocomplete,commands,lang-json,lang-yaml,language,lint,search,state,view} @lezer/{common,highlight,json,lr,yaml} @marijn/find-cluster-break crelt style-mod w3c-keyname; do
    echo "== $package $(node -p "require('./node_modules/$package/package.json').version")"
    cat "node_modules/$package"/LICENSE*
    echo
  done
} > $lib/LICENSES.txt
rm -rf node_modules
