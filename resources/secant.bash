# Completion of secant's commands, options and activations for bash.

_secant_words()
{
    COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_secant_files()
{
    local IFS=$'\n'
    compopt -o filenames
    COMPREPLY=($(compgen -d -- "$1"; compgen -f -X "!*.@($2)" -- "$1"))
}

_secant_activations()
{
    secant export --help 2>/dev/null | sed -n '/^Activations: /,$p' | sed 's/^Activations: //'
}

_secant()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    shopt -q extglob || return
    case $previous in
        --theme) _secant_words "$([[ $command == export ]] && echo "light dark paper" || echo "system light dark")" "$current" && return ;;
        --xscale | --yscale) _secant_words "linear log" "$current" && return ;;
        --language) _secant_words "en zh" "$current" && return ;;
        --format) _secant_words "png svg pdf tex csv json gif webp" "$current" && return ;;
        --activation) _secant_words "$(_secant_activations)" "$current" && return ;;
        --output) _secant_files "$current" "png|svg|pdf|tex|csv|json|gif|webp" && return ;;
        --session) _secant_files "$current" "secant|json" && return ;;
        --cases) _secant_files "$current" "json" && return ;;
        --formula | --set | --size | --dpi | --xrange | --yrange | --panes | --slider | --frames | --fps | --font | --font-scale | --line-scale | --on)
            return ;;
    esac
    if ((COMP_CWORD == 1)) && [[ $current != -* ]]; then
        _secant_files "$current" "secant"
        COMPREPLY+=($(compgen -W "export evaluate formula curve verdict" -- "$current"))
        return
    fi
    case $command in
        export)
            if [[ $current == -* ]]; then
                _secant_words "--output --formula --activation --set --session --xrange --yrange --xscale --yscale --panes --format
                    --each --size --dpi --theme --language --font --font-scale --line-scale --transparent --outlines --include
                    --hex --slider --frames --fps --help" "$current"
            else
                _secant_files "$current" "secant|json"
            fi
            ;;
        evaluate) _secant_files "$current" "csv" ;;
        formula) _secant_words "--jsonl --help" "$current" ;;
        curve) _secant_words "--cases --help" "$current" ;;
        verdict) _secant_words "--on --json --cases --help" "$current" ;;
        *) _secant_words "--theme --language --version --help" "$current" ;;
    esac
}

complete -F _secant secant
